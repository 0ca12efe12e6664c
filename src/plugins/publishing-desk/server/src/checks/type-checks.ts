import type { Core } from '@strapi/strapi';
import type { Options } from '../config';
import { CHECK_NAMES, type CheckSetting } from './check-names';
import type { Finding } from './checked-article';
import { atMostShown, type Found } from './run-checks';

/** A document as its form or its row has it; `documentId` is null while it is being created. */
type CheckedDocument = { documentId: string | null; locale: string; values: Record<string, unknown> };

/** The checks of a content type by their names, which are those of the option `checks`: what they find in a document. */
type TypeChecks = Record<string, (document: CheckedDocument) => Finding[] | Promise<Finding[]>>;

/** The checks that other plugins have for their own types. */
export function typeChecks(strapi: Core.Strapi) {
  const registered = new Map<string, TypeChecks>();

  const settingOf = (check: string): CheckSetting =>
    strapi.config.get<Options>('plugin::publishing-desk').checks[check] ?? 'advice';

  return {
    /**
     * Adds the checks of a type. To be called in the `register` of the plugin that owns it. The messages of what they
     * find are keys of the panel's texts in full.
     */
    register(type: string, checks: TypeChecks): void {
      registered.set(type, checks);
    },

    has: (type: string): boolean => registered.has(type),

    /** What the checks that are not off find; only those that stop a publication where that is asked. */
    async run(type: string, document: CheckedDocument, { onlyStop = false } = {}): Promise<Found[]> {
      const found: Found[] = [];
      for (const [check, find] of Object.entries(registered.get(type) ?? {})) {
        const severity = settingOf(check);
        if (severity === 'off' || (onlyStop && severity !== 'stop')) continue;
        for (const one of atMostShown(await find(document))) found.push({ ...one, check, severity });
      }
      return found;
    },

    /** @throws Error for a check of the option `checks` that no plugin has */
    assertKnown(): void {
      const known = new Set<string>([...CHECK_NAMES, ...[...registered.values()].flatMap(Object.keys)]);
      const { checks } = strapi.config.get<Options>('plugin::publishing-desk');
      const unknown = Object.keys(checks).filter((name) => !known.has(name));
      if (unknown.length > 0) throw new Error(`publishing-desk: no check is called ${unknown.join(', ')}.`);
    },
  };
}
