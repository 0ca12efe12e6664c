import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

type Agency = { documentId: string; name: string; parent: string | null };

/** Of all agencies that can be chosen, by document id: their names, with that of the parent where two have one name. */
type AgencyNames = ReadonlyMap<string, string>;

let loading: Promise<AgencyNames> | null = null;

/** The names of agencies, asked for once while the panel is open; `failed` when they could not be loaded. */
export function useAgencies(): { names: AgencyNames; failed: boolean } {
  const { get } = useFetchClient();
  const [state, setState] = useState<{ names: AgencyNames; failed: boolean }>({ names: new Map(), failed: false });

  useEffect(() => {
    loading ??= get<{ data: Agency[] }>('/public-record/agencies').then(({ data }) => namesOf(data.data));
    loading.then(
      (names) => setState({ names, failed: false }),
      () => {
        loading = null;
        setState({ names: new Map(), failed: true });
      },
    );
  }, [get]);
  return state;
}

function namesOf(agencies: readonly Agency[]): AgencyNames {
  const count = new Map<string, number>();
  for (const { name } of agencies) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    agencies.map(({ documentId, name, parent }) => [
      documentId,
      parent !== null && (count.get(name) ?? 0) > 1 ? `${name} (${parent})` : name,
    ]),
  );
}
