/** A name that tries everything: bold, a link, a mention, a binding, a date, a tag, and to turn the text around. */
export const strangeName =
  '**Kari** _N_ [her](https://evil.example) <at>Ola</at> ${title} {{DATE(2020-01-01T00:00:00Z)}} `x` ~~y~~ # \u202eatad\u0000';
