import { Box, Field, Flex, Link, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { countsOf, parsePeriod, periodName, REPORT_KINDS, type ReportKind } from '../../../../../reports';
import { formatNumber, portalDay } from '../../../../../vietnamese';
import { REPORT_TYPES } from './document-types';
import { PeriodBoxes } from './period-input';
import { latestFinished } from './period-parts';
import { addressOfNew } from './use-period';
import { useReportWords } from './words';

type Unreported = { agency: string; name: string; draft: string | null; mayCreate: boolean };
type Counts = Record<string, number | null>;
type Unequal = {
  name: string;
  document: string;
  period: string;
  parts: 'month' | 'quarter';
  whole: Counts;
  sum: Counts;
};
type Gaps = { unreported: Unreported[]; unequal: Unequal[] };

const address = (kind: ReportKind, document: string) =>
  `/content-manager/collection-types/${REPORT_TYPES[kind]}/${document}`;

/** Who has not reported a period, and which quarters and years are not the sums of their months. */
export default function GapsPage() {
  const say = useReportWords();
  const { locale } = useIntl();
  const { get } = useFetchClient();
  const label = useId();
  const [kind, setKind] = useState<ReportKind>('procedure-progress');
  const [period, setPeriod] = useState(() => latestFinished('month', portalDay(new Date())));
  const [gaps, setGaps] = useState<Gaps | 'failed' | null>(null);
  const read = parsePeriod(period);

  useEffect(() => {
    setGaps(null);
    if (!parsePeriod(period)) return undefined;
    let isLatest = true;
    get<{ data: Gaps }>(`/public-record/reports/${kind}/gaps`, { params: { period } }).then(
      ({ data }) => isLatest && setGaps(data.data),
      () => isLatest && setGaps('failed'),
    );
    return () => {
      isLatest = false;
    };
  }, [get, kind, period]);

  return (
    <Page.Main>
      <Page.Title>{say('gaps')}</Page.Title>
      <Layouts.Header title={say('gaps')} subtitle={say('gapsHint')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Flex gap={4} alignItems="flex-end" wrap="wrap">
            <Field.Root>
              <Field.Label>{say('reportKind')}</Field.Label>
              <SingleSelect value={kind} onChange={(chosen) => setKind(chosen as ReportKind)}>
                {REPORT_KINDS.map((one) => (
                  <SingleSelectOption key={one} value={one}>
                    {say(one)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Box>
              <span id={label} hidden>
                {say('period')}
              </span>
              <PeriodBoxes labelledBy={label} value={period} onChange={setPeriod} />
            </Box>
          </Flex>
          <Flex direction="column" alignItems="stretch" gap={4} role="status">
            {gaps === 'failed' && <Typography textColor="danger700">{say('gapsFailed')}</Typography>}
            {gaps && gaps !== 'failed' && read && (
              <>
                <List
                  title={say('unreported', { period: periodName(read, locale), count: gaps.unreported.length })}
                  nothing={say('allReported', { period: periodName(read, locale) })}
                  items={gaps.unreported.map(({ agency, name, draft, mayCreate }) => (
                    <li key={agency}>
                      <Typography>{name}</Typography>
                      {(draft !== null || mayCreate) && (
                        <Box tag="span" paddingLeft={3}>
                          <Link
                            tag={RouterLink}
                            to={draft ? address(kind, draft) : addressOfNew(REPORT_TYPES[kind], agency, period)}
                            aria-label={say('cell', { column: say(draft ? 'openDraft' : 'enter'), row: name })}
                          >
                            {say(draft ? 'openDraft' : 'enter')}
                          </Link>
                        </Box>
                      )}
                    </li>
                  ))}
                />
                <List
                  title={say('unequal', { year: read.from.slice(0, 4), count: gaps.unequal.length })}
                  nothing={say('allEqual', { year: read.from.slice(0, 4) })}
                  items={gaps.unequal.map((one) => (
                    <li key={`${one.document} ${one.parts}`}>
                      <Link tag={RouterLink} to={address(kind, one.document)}>
                        {`${one.name}, ${periodName(parsePeriod(one.period)!, locale)}`}
                      </Link>
                      <ul>
                        {countsOf(kind)
                          .filter(({ name }) => isOff(one, name))
                          .map(({ name, label: count }) => (
                            <li key={name}>
                              <Typography>
                                {say(one.parts === 'month' ? 'offMonths' : 'offQuarters', {
                                  count,
                                  whole: formatNumber(String(one.whole[name])),
                                  sum: formatNumber(String(one.sum[name])),
                                  by: formatNumber(String(Math.abs(one.whole[name]! - one.sum[name]!))),
                                })}
                              </Typography>
                            </li>
                          ))}
                      </ul>
                    </li>
                  ))}
                />
              </>
            )}
          </Flex>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

const isOff = ({ whole, sum }: Unequal, name: string): boolean =>
  typeof whole[name] === 'number' && typeof sum[name] === 'number' && whole[name] !== sum[name];

function List({ title, nothing, items }: { title: string; nothing: string; items: JSX.Element[] }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Typography tag="h2" variant="delta">
        {items.length > 0 ? title : nothing}
      </Typography>
      {items.length > 0 && (
        <Box tag="ul" paddingTop={3} paddingLeft={5} style={{ listStyle: 'disc', lineHeight: 2 }}>
          {items}
        </Box>
      )}
    </Box>
  );
}
