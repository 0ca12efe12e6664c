import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { LIMITS } from '../../../../../spreadsheets/spreadsheet';
import { useMessages } from '../messages';

export type ImportProblem = { sheet: string; row: number | null; column: string | null; problem: string };

export type ImportResult = {
  kinds: string[];
  created: string[];
  changed: string[];
  unchanged: string[];
  rows: number;
  problems: ImportProblem[];
  moreProblems: number;
  notes: string[];
};

/** What a person brings, and what it is of where it does not say so itself. */
type ImportSource = ({ file: string } | { text: string }) & { agency: string | null; period: string | null };

type Progress = { done: number; all: number };

type State =
  | { step: 'start'; problem?: string }
  | { step: 'reading' }
  | { step: 'writing'; progress: Progress | null }
  | { step: 'refused'; result: ImportResult }
  | { step: 'ready'; source: ImportSource; result: ImportResult }
  | { step: 'done'; result: ImportResult };

const PATH = '/public-record/report-imports';
const BETWEEN_PROGRESS = 1_000;

/** An import of reports from its file or pasted cells to its end: a trial first, then the drafts. */
export function useReportImport() {
  const say = useMessages();
  const { get, post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [state, setState] = useState<State>({ step: 'start' });
  const timer = useRef<ReturnType<typeof setInterval>>();

  const ask = async (source: ImportSource, isTrial: boolean): Promise<ImportResult> =>
    (await post<{ data: ImportResult }>(PATH, { ...source, isTrial })).data.data;
  const fail = (error: unknown) => setState({ step: 'start', problem: formatAPIError(error as FetchError) });

  async function tryOut(source: ImportSource): Promise<void> {
    setState({ step: 'reading' });
    try {
      const result = await ask(source, true);
      if (result.problems.length > 0) setState({ step: 'refused', result });
      else if (result.created.length + result.changed.length === 0) setState({ step: 'done', result });
      else setState({ step: 'ready', source, result });
    } catch (error) {
      fail(error);
    }
  }

  async function choose(file: File, chosen: Pick<ImportSource, 'agency' | 'period'>): Promise<void> {
    if (file.size > LIMITS.file) return setState({ step: 'start', problem: say('reports.tooLarge') });
    await tryOut({ file: await base64(file), ...chosen });
  }

  async function run(source: ImportSource): Promise<void> {
    setState({ step: 'writing', progress: null });
    timer.current = setInterval(() => void showProgress(), BETWEEN_PROGRESS);
    try {
      const result = await ask(source, false);
      setState({ step: result.problems.length > 0 ? 'refused' : 'done', result });
    } catch (error) {
      fail(error);
    } finally {
      clearInterval(timer.current);
    }
  }

  /** Another node may be writing, which alone knows how far it is. */
  async function showProgress(): Promise<void> {
    const progress = await get<{ data: Progress | null }>(PATH).then(
      ({ data }) => data.data,
      () => null,
    );
    setState((now) => (now.step === 'writing' && progress ? { step: 'writing', progress } : now));
  }

  /** What was tried is no longer what the page shows. */
  const reset = (): void => setState({ step: 'start' });

  return { state, choose, paste: tryOut, run, reset };
}

const base64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
