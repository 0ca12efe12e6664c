import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { toNfc } from '../../../../../vietnamese';
import { useMessages } from '../messages';

export type RefusedCell = { line: number; column: string | null; problem: string };

type Report = { created: string[]; existing: string[]; files: string[]; refused: RefusedCell[] };

type State =
  | { step: 'start'; problem?: string }
  | { step: 'busy' }
  | { step: 'refused'; cells: RefusedCell[] }
  | { step: 'ready'; csv: string; files: File[]; report: Report }
  | { step: 'done'; report: Report };

const PATH = '/public-record/directive-imports';
const isList = ({ name }: File): boolean => /\.csv$/i.test(name);

/** An import from its choice of files to its end: a trial first, then the files that it needs, then the drafts. */
export function useImport() {
  const say = useMessages();
  const { post, del } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [state, setState] = useState<State>({ step: 'start' });

  const ask = async (csv: string, files: { name: string; id?: number }[], isTrial: boolean): Promise<Report> =>
    (await post<{ data: Report }>(PATH, { csv, files, isTrial })).data.data;
  const fail = (error: unknown) => setState({ step: 'start', problem: formatAPIError(error as FetchError) });

  async function choose(chosen: File[]): Promise<void> {
    const [list, ...more] = chosen.filter(isList);
    if (!list || more.length > 0) return setState({ step: 'start', problem: say('import.oneList') });
    setState({ step: 'busy' });
    const csv = await textOf(list);
    if (csv === null) return setState({ step: 'start', problem: say('import.notUtf8') });
    const files = chosen.filter((file) => !isList(file));
    try {
      const report = await ask(
        csv,
        files.map(({ name }) => ({ name })),
        true,
      );
      if (report.refused.length > 0) setState({ step: 'refused', cells: report.refused });
      else if (report.created.length === 0) setState({ step: 'done', report });
      else setState({ step: 'ready', csv, files, report });
    } catch (error) {
      fail(error);
    }
  }

  async function run(csv: string, files: File[], needed: string[]): Promise<void> {
    setState({ step: 'busy' });
    const stored: { name: string; id: number }[] = [];
    const removeStored = () => Promise.allSettled(stored.map(({ id }) => del(`/upload/files/${id}`)));
    try {
      for (const file of files.filter(({ name }) => needed.includes(toNfc(name)))) {
        const form = new FormData();
        form.append('files', file);
        form.append('fileInfo', JSON.stringify({ name: file.name }));
        const { data } = await post<{ id: number }[]>('/upload', form);
        stored.push({ name: file.name, id: data[0]!.id });
      }
      const report = await ask(csv, stored, false);
      if (report.refused.length === 0) return setState({ step: 'done', report });
      await removeStored();
      setState({ step: 'refused', cells: report.refused });
    } catch (error) {
      await removeStored();
      fail(error);
    }
  }

  return { state, choose, run };
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
