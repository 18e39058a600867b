// CommonJS, because the engine's libraries load it with `require`, and its bundler takes it into the workflows' code.
const { DefaultFailureConverter } = require('@temporalio/common')

/** Messages and stack traces of failures are encrypted like everything else, not only the payloads beside them. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true })
