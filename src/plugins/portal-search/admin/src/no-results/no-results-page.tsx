import {
  Box,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useNoResultWords } from './words';

type NoResultSearch = { key: string; count: number; lastDay: string };

const PERIODS = [7, 30, 90];

/** What readers searched and did not find, the most frequent first. */
export default function NoResultsPage() {
  const say = useNoResultWords();
  const { get } = useFetchClient();
  const [days, setDays] = useState(30);
  const [found, setFound] = useState<NoResultSearch[] | 'failed' | null>(null);

  useEffect(() => {
    let isLatest = true;
    get<{ data: NoResultSearch[] }>('/portal-search/no-result-searches', { params: { days } }).then(
      ({ data }) => isLatest && setFound(data.data),
      () => isLatest && setFound('failed'),
    );
    return () => {
      isLatest = false;
    };
  }, [get, days]);

  return (
    <Page.Main>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box width="16rem">
            <Field.Root>
              <Field.Label>{say('period')}</Field.Label>
              <SingleSelect value={String(days)} onChange={(chosen) => setDays(Number(chosen))}>
                {PERIODS.map((one) => (
                  <SingleSelectOption key={one} value={String(one)}>
                    {say('days', { days: one })}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Box>
          <div role="status">
            {found === 'failed' && <Typography textColor="danger700">{say('failed')}</Typography>}
            {Array.isArray(found) && found.length === 0 && <Typography>{say('nothing')}</Typography>}
          </div>
          {Array.isArray(found) && found.length > 0 && (
            <>
              <Table colCount={3} rowCount={found.length + 1}>
                <Thead>
                  <Tr>
                    {(['query', 'count', 'lastDay'] as const).map((column) => (
                      <Th key={column}>
                        <Typography variant="sigma">{say(column)}</Typography>
                      </Th>
                    ))}
                  </Tr>
                </Thead>
                <Tbody>
                  {found.map(({ key, count, lastDay }) => (
                    <Tr key={key}>
                      <Td>
                        <Typography>{key}</Typography>
                      </Td>
                      <Td>
                        <Typography>{count}</Typography>
                      </Td>
                      <Td>
                        <Typography>{lastDay.split('-').reverse().join('/')}</Typography>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
              <Typography textColor="neutral600">{say('advice')}</Typography>
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
