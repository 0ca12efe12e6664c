import type { Imported } from '../articles/import-page';
import type { Guess } from '../pages/captured-page';

/** A page that was brought in, or would be, or not because of an editor's version. */
export type PageReport = Imported & { file: string; title: string; guesses: Guess[] };

/** All that a run has to say at its end. */
export type RunReport = {
  dryRun: boolean;
  pages: PageReport[];
  refused: { file: string; reason: string }[];
  repeated: { file: string; of: string }[];
};
