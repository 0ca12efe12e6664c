import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useLabels } from '../shared/use-labels';
import { type Agency, nameOf, type Person } from './person';

type Known = { people: Person[]; agencies: Agency[] };

/** Everybody with an account, the agencies that there are, and the way to say who is of which. */
export function usePeople() {
  const { say } = useLabels();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [known, setKnown] = useState<Known | null>(null);
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    try {
      const [people, agencies] = await Promise.all([
        get<{ data: Person[] }>('/publishing-desk/user-agencies'),
        get<{ data: Agency[] }>('/publishing-desk/agencies'),
      ]);
      setKnown({ people: people.data.data, agencies: agencies.data.data });
    } catch (error) {
      console.error(error);
      setFailed(true);
    }
  }, [get]);
  useEffect(() => void load(), [load]);

  const assign = async (person: Person, id: string | null) => {
    try {
      await put(`/publishing-desk/user-agencies/${person.id}`, { agency: id });
      const agency = known?.agencies.find(({ documentId }) => documentId === id) ?? null;
      setKnown(
        (now) => now && { ...now, people: now.people.map((one) => (one.id === person.id ? { ...one, agency } : one)) },
      );
      const message = agency
        ? say('people.saved', { name: nameOf(person), agency: agency.name })
        : say('people.savedNone', { name: nameOf(person) });
      toggleNotification({ type: 'success', message });
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
  };

  return { known, failed, load, assign };
}
