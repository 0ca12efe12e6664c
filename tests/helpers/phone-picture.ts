import sharp from 'sharp';

export type PhoneFormat = 'jpeg' | 'png' | 'webp' | 'avif';

type Colour = readonly [red: number, green: number, blue: number];

/** Of the upright picture: top left, top right, bottom left, bottom right. */
const CORNERS: readonly Colour[] = [
  [220, 30, 30],
  [30, 180, 30],
  [30, 30, 220],
  [220, 200, 30],
];
export const UPRIGHT = { width: 480, height: 320 };

const GPS = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '19/1 48/1 30/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '105/1 46/1 0/1',
};
/** Stands in the EXIF and XMP of these pictures. */
export const OWNER = 'Nguyen Van Chu May';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="19,48.5N" exif:Owner="${OWNER}"/></rdf:RDF></x:xmpmeta>`;

/** A raw picture of four colours, which show how it is turned. */
function raw({ width, height }: typeof UPRIGHT): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const corner = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1);
      pixels.set(CORNERS[corner] ?? [], (y * width + x) * 3);
    }
  }
  return pixels;
}

/**
 * A picture as a phone stores it: lying as the sensor saw it, with the EXIF orientation (1 to 8) under which it is
 * upright, the place where it was taken in EXIF and XMP, and a Display P3 colour profile unless told otherwise.
 */
export async function phonePicture(format: PhoneFormat, orientation: number, profile = 'p3'): Promise<Buffer> {
  // What is done to the upright picture is undone by what the orientation says.
  const undo = [0, 1, 2, 3, 4, 5, 8, 7, 6][orientation];
  const upright = { raw: { ...UPRIGHT, channels: 3 as const } };
  const tagged = await sharp(raw(UPRIGHT), upright)
    .withMetadata({ orientation: undo })
    .jpeg({ quality: 100 })
    .toBuffer();
  const lying = sharp(tagged)
    .autoOrient()
    .withIccProfile(profile)
    .withExif({ IFD0: { Artist: OWNER }, IFD3: GPS });
  return lying
    .withXmp(XMP)
    .withMetadata({ orientation })
    .toFormat(format, format === 'png' ? {} : { quality: 95 })
    .toBuffer();
}

/** The colours of the corners of a picture as browsers show it, and its size there. */
export async function shown(bytes: Buffer): Promise<{ corners: Colour[]; width: number; height: number }> {
  const { data, info } = await sharp(bytes).autoOrient().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (x: number, y: number): Colour => {
    const start = (Math.floor(y * height) * width + Math.floor(x * width)) * channels;
    return [data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0];
  };
  return { corners: [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)], width, height };
}

/** The largest difference of a channel between the corners of a picture and those of the upright one. */
export const difference = (corners: readonly Colour[], expected: readonly Colour[] = CORNERS): number =>
  Math.max(
    ...corners.flatMap((colour, at) =>
      colour.map((value, channel) => Math.abs(value - (expected[at]?.[channel] ?? 0))),
    ),
  );
