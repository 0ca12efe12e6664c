import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Download, File as FileIcon } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useRef } from 'react';
import { Link } from 'react-router-dom';
import { TEMPLATE } from '../../../server/src/import/columns';
import { useMessages } from '../messages';
import { type RefusedCell, useImport } from './use-import';

/** Directives from a CSV and their files, as drafts. The menu shows it to those who may create directives. */
export default function ImportPage() {
  const say = useMessages();
  const { state, choose, run } = useImport();
  const input = useRef<HTMLInputElement>(null);

  return (
    <Page.Main>
      <Page.Title>{say('import.title')}</Page.Title>
      <Layouts.Header
        title={say('import.title')}
        subtitle={say('import.subtitle')}
        primaryAction={
          <Button variant="secondary" startIcon={<Download />} onClick={download}>
            {say('import.template')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="flex-start" gap={4}>
          <Button
            startIcon={<FileIcon />}
            variant={state.step === 'ready' ? 'secondary' : 'default'}
            disabled={state.step === 'busy'}
            onClick={() => input.current?.click()}
          >
            {say('import.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              currentTarget.value = '';
              if (files.length > 0) void choose(files);
            }}
          />
          <div role="status">
            {state.step === 'busy' && <Loader small>{say('import.title')}</Loader>}
            {state.step === 'ready' && (
              <Flex direction="column" alignItems="flex-start" gap={4}>
                <Typography>{say('import.ready', counts(state.report))}</Typography>
                <Button onClick={() => void run(state.csv, state.files, state.report.files)}>
                  {say('import.do', counts(state.report))}
                </Button>
              </Flex>
            )}
            {state.step === 'done' && (
              <Flex direction="column" alignItems="flex-start" gap={4}>
                <Typography>
                  {say(state.report.created.length > 0 ? 'import.done' : 'import.nothing', counts(state.report))}
                </Typography>
                <Link to="/content-manager/collection-types/plugin::public-record.directive">{say('import.open')}</Link>
              </Flex>
            )}
          </div>
          {state.step === 'start' && state.problem && (
            <Typography role="alert" textColor="danger700">
              {state.problem}
            </Typography>
          )}
          {state.step === 'refused' && <Refused cells={state.cells} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function Refused({ cells }: { cells: RefusedCell[] }) {
  const say = useMessages();
  return (
    <Flex direction="column" alignItems="stretch" gap={1} role="alert" padding={4} background="danger100" hasRadius>
      <Typography textColor="danger700" fontWeight="semiBold">
        {say('import.refused')}
      </Typography>
      {cells.map(({ line, column, problem }, index) => (
        <Typography key={index} textColor="danger700">
          {column === null ? say('import.line', { line, problem }) : say('import.cell', { line, column, problem })}
        </Typography>
      ))}
    </Flex>
  );
}

const counts = ({ created, existing }: { created: string[]; existing: string[] }) => ({
  created: created.length,
  existing: existing.length,
});

function download(): void {
  const url = URL.createObjectURL(new Blob([TEMPLATE], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: 'van-ban.csv' }).click();
  URL.revokeObjectURL(url);
}
