import { z } from 'zod';
import { FILE_TYPE_NAMES } from './file-types';

const MEGABYTE = 1024 * 1024;
const bytes = z.int().min(1);

const options = z.strictObject({
  /** The types that the media library accepts, by content. */
  fileTypes: z.array(z.enum(FILE_TYPE_NAMES)).min(1),
  /** The largest file of each family, in bytes. `plugin::upload.sizeLimit` has a limit of its own. */
  largestPicture: bytes,
  largestDocument: bytes,
  largestRecording: bytes,
  /** Pixels of a picture: the sum over all its frames. */
  mostPixels: z.int().min(1),
  /** Pixels of a picture's longer side. */
  longestSide: z.int().min(1),
  /** Bytes of a request with files, and the number of its files. */
  largestRequest: bytes,
  mostFiles: z.int().min(1),
  /** Routes of the app and of other plugins that take files: `POST /api/letters`. */
  multipartRoutes: z.array(z.string().regex(/^[A-Z]+ \/\S*$/)),
  /** How long an address that the panel or a preview shows is good for, in minutes: up to two days. */
  signedMinutes: z.int().min(1).max(2880),
  /** Database connections for the question whether the public sees a file. */
  poolSize: z.int().min(1).max(50),
});

export type Options = z.infer<typeof options>;

const defaults: Options = {
  fileTypes: FILE_TYPE_NAMES.filter((name) => name !== 'zip'),
  largestPicture: 30 * MEGABYTE,
  largestDocument: 50 * MEGABYTE,
  largestRecording: 200 * MEGABYTE,
  mostPixels: 50_000_000,
  longestSide: 20_000,
  largestRequest: 210 * MEGABYTE,
  mostFiles: 20,
  multipartRoutes: [],
  signedMinutes: 60,
  poolSize: 4,
};

export default {
  default: defaults,

  validator(config: unknown) {
    options.parse(config);
  },
};

/** The plugin's options, as `config/plugins.ts` and the defaults give them. Throws a ZodError for an unknown or invalid option. */
export const parseOptions = (config: unknown): Options => options.parse(config);
