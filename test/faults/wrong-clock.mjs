/** A machine whose own clock is wrong, by as many milliseconds as WRONG_BY says. */
const wrongBy = Number(process.env.WRONG_BY ?? 0)
const RightDate = Date

globalThis.Date = class extends RightDate {
  constructor(...args) {
    if (args.length === 0) super(RightDate.now() + wrongBy)
    else super(...args)
  }

  static now() {
    return RightDate.now() + wrongBy
  }
}
