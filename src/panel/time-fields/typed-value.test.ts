import fc from 'fast-check';
import { areTextsOf, DAY, INSTANT, isUnreadable, textsOf, unreadableFields, valueOf } from './typed-value';

const minutes = fc
  .date({ noInvalidDate: true, min: new Date('1000-01-02'), max: new Date('9999-12-30') })
  .map((date) => {
    date.setUTCSeconds(0, 0);
    return date.toISOString();
  });

describe('the value of a field in a form', () => {
  it.each([
    [INSTANT, { day: '05-12-2026', time: '7h' }, '2026-12-05T00:00:00.000Z'],
    [INSTANT, { day: '', time: ' ' }, null],
    [DAY, { day: '5.12.2026', time: '' }, '2026-12-05'],
    [DAY, { day: ' ', time: '' }, null],
  ])('is what is typed, as the server writes it', (kind, texts, value) => {
    expect(valueOf(kind, texts)).toBe(value);
  });

  it.each([
    [INSTANT, { day: '31/02/2026', time: '7h' }],
    [INSTANT, { day: '05/12/2026', time: '' }],
    [INSTANT, { day: '', time: '7h' }],
    [DAY, { day: '31/02/2026', time: '' }],
  ])('is the text itself, never nothing, where it cannot be read', (kind, texts) => {
    const value = valueOf(kind, texts);
    expect(isUnreadable(value)).toBe(true);
    expect(textsOf(kind, value)).toEqual(texts);
    expect(unreadableFields({ title: 'Tin', publishedOn: value, expiresOn: null })).toEqual(['publishedOn']);
  });

  it('is shown at the portal’s offset, and read as what it was', () => {
    expect(textsOf(INSTANT, '2026-12-04T17:05:00.000Z')).toEqual({ day: '05/12/2026', time: '00:05' });
    fc.assert(fc.property(minutes, (value) => expect(valueOf(INSTANT, textsOf(INSTANT, value))).toBe(value)));
    fc.assert(
      fc.property(minutes, (value) => {
        const day = value.slice(0, 10);
        expect(valueOf(DAY, textsOf(DAY, day))).toBe(day);
      }),
    );
  });

  it('is shown as it is where it is no day at all', () => {
    expect(textsOf(INSTANT, 'mai')).toEqual({ day: 'mai', time: '' });
    expect(areTextsOf(DAY, { day: 'mai', time: '' }, 'mai')).toBe(true);
  });

  it('is that of the texts in any form, and of an instant to the minute', () => {
    const texts = { day: '5-12-2026', time: '7h' };
    expect(areTextsOf(INSTANT, texts, '2026-12-05T00:00:00.000Z')).toBe(true);
    expect(areTextsOf(INSTANT, texts, '2026-12-05T00:00:23.456Z')).toBe(true);
    expect(areTextsOf(INSTANT, texts, '2026-12-05T00:01:00.000Z')).toBe(false);
    expect(areTextsOf(INSTANT, texts, null)).toBe(false);
    expect(areTextsOf(INSTANT, { day: '', time: '' }, undefined)).toBe(true);
  });
});
