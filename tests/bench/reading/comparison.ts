import { load, type Load } from '../load';

/** A line of the report; the ratio is of answers a second, or of whatever `beside` says. */
type Row = { what: string } & Load & { beside: string; ratio: number };

/** What is compared with, and where it answers; several addresses are requested in sequence. */
export type Other = [name: string, urls: string | string[]];

/** Measures addresses side by side, and collects the results. */
export class Comparison {
  readonly rows: Row[] = [];

  constructor(private readonly seconds: number) {}

  /**
   * Two alternating, each warmed up before.
   *
   * @param rounds an odd number
   * @returns the median of the ratios of answers a second
   */
  async beside(what: string, own: string, other: Other, connections = 1, rounds = 3): Promise<number> {
    const turns: { own: Load; theirs: Load; ratio: number }[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const [mine, theirs] = [await this.measure(own, connections), await this.measure(other[1], connections)];
      turns.push({ own: mine, theirs, ratio: mine.perSecond / theirs.perSecond });
    }
    const middle = turns.sort((a, b) => a.ratio - b.ratio)[Math.floor(rounds / 2)]!;
    this.rows.push({ what, ...middle.own, beside: other[0], ratio: middle.ratio });
    this.rows.push({ what: `  ${other[0]}`, ...middle.theirs, beside: '', ratio: 1 });
    return middle.ratio;
  }

  private async measure(urls: string | string[], connections: number): Promise<Load> {
    await load(urls, { seconds: this.seconds / 2, connections });
    return load(urls, { seconds: this.seconds, connections });
  }
}
