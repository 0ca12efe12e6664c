import { z } from 'zod';

const format = z.strictObject({ url: z.url(), width: z.int(), height: z.int() });

const percentage = z.number().min(0).max(100);

/**
 * A picture. `focalPoint` is what a crop keeps in sight, in per cent of the width and height from the top left; null
 * where no editor has set one. `alt` is null when it is decorative or not known yet; never the title or the file's name. `url`, `width`,
 * `height` and `mime` are null, and `formats` empty, where an old page's picture is lost. `credit` is who made it, in the
 * words of the article or else of the file; `licence` the terms under which the file is shown.
 */
export const image = z.strictObject({
  url: z.url().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  mime: z.string().nullable(),
  alt: z.string().nullable(),
  decorative: z.boolean(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  licence: z.string().nullable(),
  focalPoint: z.strictObject({ x: percentage, y: percentage }).nullable(),
  formats: z.array(format),
});

export type Image = z.infer<typeof image>;
