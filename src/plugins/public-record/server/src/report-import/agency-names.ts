import type { Period } from '../../../../../reports';
import { searchKey } from '../../../../../vietnamese';

/** An agency as an import knows it; `parent` is the document id of the one above it. */
export type KnownAgency = {
  documentId: string;
  name: string;
  shortName: string | null;
  slug: string;
  parent: string | null;
  /** Civil days: the first on which it was there, and the first on which it was not. */
  foundedOn: string | null;
  dissolvedOn: string | null;
};

/** Whether an agency was there on a day of a period. */
export const existedIn = ({ foundedOn, dissolvedOn }: KnownAgency, { from, to }: Period): boolean =>
  (foundedOn ?? from) <= to && (dissolvedOn === null || dissolvedOn > from);

const LONGEST = 500;

/** Agencies by their names: capitals, signs and tone styles do not count, and a people's committee may be abbreviated. */
export class AgencyNames {
  #byName = new Map<string, KnownAgency[]>();
  #bySlug = new Map<string, KnownAgency>();
  #byId = new Map<string, KnownAgency>();

  constructor(agencies: readonly KnownAgency[]) {
    for (const agency of agencies) {
      this.#byId.set(agency.documentId, agency);
      this.#bySlug.set(agency.slug, agency);
    }
    for (const agency of agencies) {
      const names = [agency.name, agency.shortName, this.#withParent(agency)];
      for (const key of new Set(names.flatMap((name) => (name ? [nameKey(name)] : [])))) {
        const known = this.#byName.get(key);
        if (known) known.push(agency);
        else this.#byName.set(key, [agency]);
      }
    }
  }

  /**
   * Those that a text names: by a slug, a document id, a name, a short name, or a name with that of the agency above it. Of
   * several of a name those that were there in the period, where any was.
   */
  find(text: string, period: Period | null = null): readonly KnownAgency[] {
    if (text.length > LONGEST) return [];
    const one = this.#bySlug.get(text.trim()) ?? this.#byId.get(text.trim());
    if (one) return [one];
    const found = this.#byName.get(nameKey(text)) ?? this.#byName.get(nameKey(withoutNumber(text))) ?? [];
    const there = found.length > 1 && period ? found.filter((agency) => existedIn(agency, period)) : [];
    return there.length > 0 ? there : found;
  }

  /** A text that names this agency and no other, of those in the period. */
  write(agency: KnownAgency, period: Period | null = null): string {
    const names = [agency.name, this.#withParent(agency)];
    return names.find((name) => name !== null && this.find(name, period).length === 1) ?? agency.slug;
  }

  isBelow(agency: KnownAgency, above: KnownAgency): boolean {
    const seen = new Set<string>();
    for (let parent = agency.parent; parent !== null && !seen.has(parent);) {
      if (parent === above.documentId) return true;
      seen.add(parent);
      parent = this.#byId.get(parent)?.parent ?? null;
    }
    return false;
  }

  #withParent(agency: KnownAgency): string | null {
    const parent = agency.parent === null ? undefined : this.#byId.get(agency.parent);
    return parent ? `${agency.name} (${parent.name})` : null;
  }
}

/** “II. Sở Xây dựng” → “Sở Xây dựng”. */
const withoutNumber = (text: string): string =>
  text.replace(/^\s*[([]?(?:[IVXLC]{1,7}|[A-ZĐ]|[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,4})[.):/\]]+\s*/u, '');

const nameKey = (name: string): string =>
  searchKey(name)
    .replace(/(?<!\p{L})ủy ban nhân dân(?!\p{L})/gu, 'ubnd')
    .replace(/(?<!\p{L})hội đồng nhân dân(?!\p{L})/gu, 'hđnd');
