import { z } from 'zod';

const file = z.url().describe('The absolute address of the file; another file has another address.');
const pixels = (side: string) => z.int().describe(`Its ${side} in pixels.`);

const format = z.strictObject({ url: file, width: pixels('width'), height: pixels('height') });

const percentage = (side: string) =>
  z.number().min(0).max(100).describe(`In per cent of the ${side}, from the top left.`);

const lost = 'null where an old page’s picture is lost.';

/** A picture, with what is said of it. */
export const image = z.strictObject({
  url: file.nullable().describe(`The absolute address of the file; ${lost}`),
  width: z.int().nullable().describe(`In pixels; ${lost}`),
  height: z.int().nullable().describe(`In pixels; ${lost}`),
  mime: z.string().nullable().describe(`The media type of the file, image/jpeg for example; ${lost}`),
  alt: z
    .string()
    .nullable()
    .describe(
      'The text alternative, as plain text. Null where the picture is decorative, and while that of an old page is not known; never the title or the name of the file.',
    ),
  decorative: z.boolean().describe('Whether the picture only decorates, so that its alternative is empty.'),
  caption: z.string().nullable().describe('As plain text; null where there is none.'),
  credit: z
    .string()
    .nullable()
    .describe('Who made it, in the words of the article or else of the file; null where nobody said.'),
  licence: z.string().nullable().describe('The terms under which the file is shown; null where nobody said.'),
  focalPoint: z
    .strictObject({ x: percentage('width'), y: percentage('height') })
    .nullable()
    .describe('What a crop keeps in sight; null where no editor has set it.'),
  formats: z
    .array(format)
    .describe('Smaller renditions of the whole picture, the narrowest first; empty where there are none.'),
});

export type Image = z.infer<typeof image>;
