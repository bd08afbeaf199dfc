/** Amounts that have no value without guessing. Each has exactly one of these codes, or `values-swapped`. */
export const amountErrorPages = {
  'amount-not-a-number': {
    title: 'The amount is not a number',
    what: 'The text of the amount is no plain decimal, and none of the other amount codes explains why. `NaN`, `fifty`, `0x1F` and `1.2.3` are such texts.',
    why: 'Another value stands behind the amount’s name, or the amount was computed by a program that failed and wrote down what it got.',
    matters:
      'The inspector gives it no value and leaves it out of every sum. A backend that parses it loosely gets 0, `NaN` or the first digits that it finds.',
    dashboard: ['See that `{reward_amount}` stands behind the amount’s own name, and that nothing else does.'],
    backend: ['Refuse such an amount with a 4xx status. Do not parse as far as it goes, and do not take it for 0.'],
    note: '`NaN` is what JavaScript writes for a computation that has no result.',
  },
  'amount-decimal-comma': {
    title: 'The amount has a decimal comma',
    what: 'The amount is written as in German, French or Spanish, with a comma before the decimals. It is a number to people and none to most programs, so the inspector gives it no value.',
    why: 'The amount was formatted for people, in the language of a computer or of an account, before it was sent.',
    matters:
      'JavaScript’s `parseFloat` reads `1,50` as 1, others refuse it, and a program that drops commas reads 150.',
    dashboard: ['Where the reward’s number format can be chosen, choose one with a decimal point.'],
    backend: [
      'Until it is sent with a point, replace the comma explicitly, and only where exactly one comma and no point stands in the text.',
      'Compare with an amount that you know before you trust the result: `1,500` could mean fifteen hundred.',
    ],
    note: 'A comma stands where the decimal point belongs.',
  },
  'amount-separator-ambiguous': {
    title: 'The amount can be read in two ways',
    what: 'Groups of three digits are parted by one kind of sign, as in `1,000` or `1.000.000`. In one language that is a thousand, in another it is one, and the text does not say which. A single point, as in `1.000`, is read as a decimal point.',
    why: 'The amount was formatted for people, with separators between the thousands or with a decimal comma.',
    matters:
      'One reading is a thousand times the other. The inspector does not guess, gives the amount no value and leaves it out of the sums.',
    dashboard: [
      'Where the reward’s number format can be chosen, choose one without thousands separators and with a decimal point.',
    ],
    backend: [
      'Send a few amounts of known size through the dashboard’s verify form, and credit nothing before you know which of the two is meant.',
    ],
    note: 'It may be one thousand, or one with three decimals.',
  },
  'amount-thousands-separator': {
    title: 'The amount has thousands separators',
    what: "The digits are grouped by points, commas, spaces, apostrophes or underscores, in a way that leaves no doubt which number is meant: `1.234,56`, `1,234.56`, `1 000`, `1'000.50`.",
    why: 'The amount was formatted for people before it was sent.',
    matters: 'Most parsers stop at the first separator and read 1, or refuse the text.',
    dashboard: ['Where the reward’s number format can be chosen, choose one without thousands separators.'],
    backend: [
      'Until it is sent without them, remove the separators explicitly, and refuse what is not a plain decimal afterwards.',
    ],
    note: 'The point parts thousands here, and the comma decimals.',
  },
  'amount-has-unit': {
    title: 'The amount carries a currency or a word',
    what: 'Beside the number stands a currency sign or a word, as in `$50`, `50 EUR` or `50_coins`.',
    why: 'The word was written into the dashboard’s URL beside the macro, or the reward’s amount is set up with its currency.',
    matters: 'A strict parser refuses it. A loose one reads 50 from `50 coins` and nothing from `$50`.',
    dashboard: [
      'Let nothing but the macro stand between `reward_amount=` and the next `&`.',
      'Where the reward’s name is part of its amount, set it up as a number alone.',
    ],
    backend: [
      'Refuse it, or take the word away explicitly where it is exactly the one that you expect. A currency that you did not expect is another amount.',
    ],
    note: 'Behind the number, parted by a space, stands the word `coins`.',
  },
}

export type AmountErrorPages = typeof amountErrorPages
