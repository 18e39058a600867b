import { TestEnvironment } from 'jest-environment-node'

/** Lets a test file look at what it sees at the moment a test fails, before anything is cleared away. */
export default class LookingEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.whenTestFails?.(event.test.name)
  }
}
