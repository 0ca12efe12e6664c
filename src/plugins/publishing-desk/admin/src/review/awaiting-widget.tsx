import { Box, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { Guarded } from '../shared/guarded';
import { useLabels } from '../shared/use-labels';

type Draft = {
  type: string;
  documentId: string;
  locale: string;
  title: string;
  by: string;
  at: string;
  note: string | null;
};
type Awaiting = { forMe: Draft[]; returned: Draft[] };

const SHOWN = 8;

/** On the home page: what waits for my approval, and what came back to me. */
export const AwaitingWidget = () => (
  <Guarded>
    <AwaitingDrafts />
  </Guarded>
);

function AwaitingDrafts() {
  const { say } = useLabels();
  const { get } = useFetchClient();
  const [found, setFound] = useState<Awaiting | 'failed' | null>(null);

  useEffect(() => {
    get<{ data: Awaiting }>('/publishing-desk/reviews').then(
      ({ data }) => setFound(data.data),
      (error: unknown) => {
        console.error(error);
        setFound('failed');
      },
    );
  }, [get]);

  if (found === 'failed') return <Widget.Error />;
  if (!found) return <Widget.Loading />;
  const { forMe, returned } = found;
  if (forMe.length + returned.length === 0) return <Widget.NoData>{say('awaiting.none')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {forMe.length > 0 && <Drafts title={say('awaiting.forMe', { count: forMe.length })} drafts={forMe} />}
      {returned.length > 0 && <Drafts title={say('awaiting.returned', { count: returned.length })} drafts={returned} />}
    </Flex>
  );
}

function Drafts({ title, drafts }: { title: string; drafts: Draft[] }) {
  const { say, when } = useLabels();
  return (
    <Box>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {drafts.slice(0, SHOWN).map(({ type, documentId, locale, title: name, by, at, note }) => (
          <Flex tag="li" key={`${type} ${documentId} ${locale}`} direction="column" alignItems="flex-start">
            <Link to={`/content-manager/collection-types/${type}/${documentId}?plugins[i18n][locale]=${locale}`}>
              <Typography textColor="primary600" fontWeight="semiBold">
                {name}
              </Typography>
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {say('history.by', { by, when: when(at) })}
            </Typography>
            {note && <Typography variant="pi">“{note}”</Typography>}
          </Flex>
        ))}
      </Flex>
      {drafts.length > SHOWN && (
        <Typography variant="pi">{say('awaiting.more', { count: drafts.length - SHOWN })}</Typography>
      )}
    </Box>
  );
}
