import type { Imported } from '../articles/import-page';
import type { Guess } from '../pages/captured-page';

/** A page that was imported, would be imported, or conflicts with an editor's version. */
export type PageReport = Imported & { file: string; title: string; guesses: Guess[] };

/** The result of a run. */
export type RunReport = {
  dryRun: boolean;
  pages: PageReport[];
  refused: { file: string; reason: string }[];
  repeated: { file: string; of: string }[];
};
