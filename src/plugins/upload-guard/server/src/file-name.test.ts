import fc from 'fast-check';
import { withExtension } from './file-name';

describe('withExtension', () => {
  it('makes a safe name of any', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('.jpg', '.pdf', '.docx'),
        (name, extension) => {
          const made = withExtension(name, extension);
          expect(made.endsWith(extension) && made.length > extension.length && made.length <= 255).toBe(true);
          expect(made).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[.\s]|^(con|nul|aux|prn)\./iu);
          expect(made).toBe(made.normalize('NFC'));
          expect(withExtension(made, extension)).toBe(made);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
