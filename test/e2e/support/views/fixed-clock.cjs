// Loaded before `serve` where its pictures are to be the same each time: the clock stands at this moment, in every thread.
const now = Number(process.env.ADJUMP_INSPECTOR_FIXED_NOW)
if (Number.isSafeInteger(now) && now > 0) {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(now)
      else super(...given)
    }
    static now() {
      return now
    }
  }
}
