import { Flex, Typography } from '@strapi/design-system';
import { useMessages } from '../messages';
import type { ImportProblem, ImportResult } from './use-report-import';

const MOST_NAMES = 12;

/** What an import did or will do, or why it is refused, with what it leaves out. */
export function ImportOutcome({ result, isDone }: { result: ImportResult; isDone: boolean }) {
  const say = useMessages();
  const { created, changed, unchanged, rows, problems, moreProblems, notes } = result;
  const counts = { created: created.length, changed: changed.length, unchanged: unchanged.length, rows };
  const isRefused = problems.length > 0;
  const summary = !isDone ? 'reports.ready' : counts.created + counts.changed > 0 ? 'reports.done' : 'reports.nothing';
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {isRefused ? (
        <Flex direction="column" alignItems="stretch" gap={1} role="alert" padding={4} background="danger100" hasRadius>
          <Typography textColor="danger700" fontWeight="semiBold">
            {say('reports.refused')}
          </Typography>
          {problems.map((problem, index) => (
            <Typography key={index} textColor="danger700">
              <Place {...problem} />
              {problem.problem}
            </Typography>
          ))}
          {moreProblems > 0 && (
            <Typography textColor="danger700">{say('reports.moreProblems', { more: moreProblems })}</Typography>
          )}
        </Flex>
      ) : (
        <Typography>{say(summary, counts)}</Typography>
      )}
      {!isRefused && created.length > 0 && (
        <Typography textColor="neutral600">
          {say(isDone ? 'reports.created' : 'reports.willCreate')} {shortened(created)}
        </Typography>
      )}
      {!isRefused && changed.length > 0 && (
        <Typography textColor="neutral600">
          {say(isDone ? 'reports.changed' : 'reports.willChange')} {shortened(changed)}
        </Typography>
      )}
      {notes.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={1} padding={4} background="neutral100" hasRadius>
          <Typography fontWeight="semiBold">{say('reports.notes')}</Typography>
          {notes.map((note, index) => (
            <Typography key={index}>{note}</Typography>
          ))}
        </Flex>
      )}
    </Flex>
  );
}

const shortened = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMES).join('; ')}${names.length > MOST_NAMES ? '; …' : ''}.`;

/** Where a problem is, as a person finds it in the file. */
function Place({ sheet, row, column }: ImportProblem) {
  const say = useMessages();
  const places = [
    sheet && say('reports.sheet', { sheet }),
    row !== null && say('reports.row', { row }),
    column && say('reports.column', { column }),
  ].filter(Boolean);
  return places.length > 0 ? <strong>{places.join(' · ')}: </strong> : null;
}
