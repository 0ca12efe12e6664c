/** A stored picture, as its file row has it. `formats` is Strapi's: by name, each with url, width and height. */
export type FileModel = {
  url: string;
  name: string;
  width: number | null;
  height: number | null;
  mime: string;
  /** In bytes, as exact as the library keeps it: to ten. */
  size: number;
  alternativeText: string | null;
  caption: string | null;
  credit: string | null;
  licence: string | null;
  /** In per cent from the top left. */
  focalPoint: { x: number; y: number } | null;
  formats: Record<string, { url: string; width: number; height: number }> | null;
};

/** A figure of a body, with what its editor said of it, and the id of its file or null. */
export type FigureModel = {
  file: string | null;
  alt: string | null;
  decorative: boolean;
  caption: string;
  credit: string;
};

/** The columns of a file that the public may see, as JSON: an allow-list. */
export const fileJson = (file: string): string => `json_build_object(
  'url', ${file}.url, 'name', ${file}.name, 'width', ${file}.width, 'height', ${file}.height, 'mime', ${file}.mime,
  'size', round(${file}.size * 1000),
  'alternativeText', ${file}.alternative_text, 'caption', ${file}.caption, 'credit', ${file}.credit, 'licence', ${file}.licence,
  'focalPoint', ${file}.focal_point, 'formats', ${file}.formats)`;
