import {
  Box,
  Button,
  Field,
  Flex,
  Loader,
  ProgressBar,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { Download, File as FileIcon } from '@strapi/icons';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { parsePeriod, periodName, periodText, previousPeriod } from '../../../../../reports';
import { portalDay } from '../../../../../vietnamese';
import { useMessages } from '../messages';
import { AgencyPicker } from '../programmes/agency-picker';
import { ImportOutcome } from './import-outcome';
import { useReportImport } from './use-report-import';

const TYPES = '.xlsx,.csv,.txt';

/** Reports from spreadsheets, as drafts. The menu shows it to those who may create reports. */
export default function ReportImportPage() {
  const say = useMessages();
  const { locale } = useIntl();
  const { state, choose, paste, run, reset } = useReportImport();
  const [period, setPeriod] = useState<string | null>(null);
  const [agencies, setAgencies] = useState<string[]>([]);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const download = useTemplate(period);
  const isBusy = state.step === 'reading' || state.step === 'writing';
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      reset();
    };
  const chosen = { agency: agencies[0] ?? null, period };

  return (
    <Page.Main>
      <Page.Title>{say('reports.title')}</Page.Title>
      <Layouts.Header
        title={say('reports.title')}
        subtitle={say('reports.subtitle')}
        primaryAction={
          <Button variant="secondary" startIcon={<Download />} onClick={() => void download()}>
            {say('reports.template')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Flex gap={4} alignItems="flex-start" wrap="wrap">
            <Box width="28rem" maxWidth="100%">
              <Field.Root hint={say('reports.periodHint')}>
                <Field.Label>{say('reports.period')}</Field.Label>
                <SingleSelect
                  value={period ?? ''}
                  disabled={isBusy}
                  onChange={(value) => change(setPeriod)(String(value) || null)}
                >
                  <SingleSelectOption value="">{say('reports.asInFile')}</SingleSelectOption>
                  {recentPeriods().map((one) => (
                    <SingleSelectOption key={one} value={one}>
                      {periodName(parsePeriod(one)!, locale)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
                <Field.Hint />
              </Field.Root>
            </Box>
            <Box width="36rem" maxWidth="100%">
              <AgencyPicker
                label={say('reports.agency')}
                chosen={agencies}
                most={1}
                disabled={isBusy}
                onChange={change(setAgencies)}
              />
            </Box>
          </Flex>
          <Flex direction="column" alignItems="flex-start" gap={4}>
            <Button
              startIcon={<FileIcon />}
              variant={state.step === 'ready' ? 'secondary' : 'default'}
              disabled={isBusy}
              onClick={() => input.current?.click()}
            >
              {say('reports.choose')}
            </Button>
            <input
              ref={input}
              type="file"
              accept={TYPES}
              hidden
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                currentTarget.value = '';
                if (file) void choose(file, chosen);
              }}
            />
            <Box width="100%">
              <Field.Root hint={say('reports.pasteHint')}>
                <Field.Label>{say('reports.paste')}</Field.Label>
                <Textarea
                  value={text}
                  disabled={isBusy}
                  wrap="off"
                  onChange={({ target }: { target: { value: string } }) => change(setText)(target.value)}
                />
                <Field.Hint />
              </Field.Root>
            </Box>
            <Button
              variant="secondary"
              disabled={isBusy || text.trim() === ''}
              onClick={() => void paste({ text, ...chosen })}
            >
              {say('reports.check')}
            </Button>
          </Flex>
          <div role="status">
            {state.step === 'reading' && <Loader small>{say('reports.reading')}</Loader>}
            {state.step === 'writing' && (
              <Flex direction="column" alignItems="flex-start" gap={2}>
                <Typography>
                  {state.progress ? say('reports.progress', state.progress) : say('reports.writing')}
                </Typography>
                <ProgressBar
                  aria-label={say('reports.writing')}
                  value={state.progress ? (100 * state.progress.done) / Math.max(1, state.progress.all) : 0}
                />
              </Flex>
            )}
            {state.step === 'ready' && (
              <Flex direction="column" alignItems="flex-start" gap={4}>
                <ImportOutcome result={state.result} isDone={false} />
                <Button onClick={() => void run(state.source)}>
                  {say('reports.do', { all: state.result.created.length + state.result.changed.length })}
                </Button>
              </Flex>
            )}
            {state.step === 'done' && (
              <Flex direction="column" alignItems="flex-start" gap={4}>
                <ImportOutcome result={state.result} isDone />
                {state.result.kinds.map((kind) => (
                  <Link key={kind} to={`/content-manager/collection-types/${TYPE_OF[kind]}`}>
                    {say(kind === 'document-exchange' ? 'reports.openExchange' : 'reports.openProcedures')}
                  </Link>
                ))}
              </Flex>
            )}
          </div>
          {state.step === 'start' && state.problem && (
            <Typography role="alert" textColor="danger700">
              {state.problem}
            </Typography>
          )}
          {state.step === 'refused' && <ImportOutcome result={state.result} isDone={false} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

const TYPE_OF: Record<string, string> = {
  'procedure-progress': 'plugin::public-record.procedure-report',
  'document-exchange': 'plugin::public-record.exchange-report',
};

/** The last months, quarters and years that have begun, as they are stored. */
function recentPeriods(): string[] {
  const today = portalDay(new Date());
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
  const since = (first: string, count: number): string[] => {
    const periods = [parsePeriod(first)!];
    while (periods.length < count) periods.push(previousPeriod(periods.at(-1)!));
    return periods.map(periodText);
  };
  const quarter = `${year}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  return [...since(month, 24), ...since(quarter, 8), ...since(year, 5)];
}

/** Saves the spreadsheet to fill, with the agencies that there were in a period. */
function useTemplate(period: string | null): () => Promise<void> {
  const say = useMessages();
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  return async () => {
    const path = `/public-record/report-template${period === null ? '' : `?period=${period}`}`;
    try {
      const { data } = await get<Blob>(path, { responseType: 'blob' });
      const url = URL.createObjectURL(data);
      Object.assign(document.createElement('a'), { href: url, download: 'so-lieu.xlsx' }).click();
      URL.revokeObjectURL(url);
    } catch {
      toggleNotification({ type: 'danger', message: say('reports.noTemplate') });
    }
  };
}
