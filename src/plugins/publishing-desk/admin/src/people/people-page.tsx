import { Box, Button, Flex, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Guarded } from '../shared/guarded';
import { useLabels } from '../shared/use-labels';
import { InviteDialog } from './invite-dialog';
import { agencyChoices, isFoundBy } from './person';
import { MAY_ASSIGN, MAY_INVITE } from '../shared/permissions';
import { PeopleTable } from './people-table';
import { usePeople } from './use-people';

function People() {
  const { say } = useLabels();
  const { known, failed, load, assign } = usePeople();
  const { allowedActions } = useRBAC(MAY_INVITE);
  const [words, setWords] = useState('');
  const [inviting, setInviting] = useState(false);

  if (failed) return <Page.Error />;
  if (!known) return <Page.Loading />;
  const found = known.people.filter((person) => isFoundBy(person, words));
  return (
    <Page.Main>
      <Page.Title>{say('people.title')}</Page.Title>
      <Layouts.Header
        title={say('people.title')}
        subtitle={say('people.subtitle')}
        primaryAction={
          allowedActions.canCreate && (
            <Button startIcon={<Mail />} onClick={() => setInviting(true)}>
              {say('invite.open')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Box maxWidth="40rem">
            <SearchForm>
              <Searchbar
                name="people"
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
                onClear={() => setWords('')}
                clearLabel={say('people.search.clear')}
                placeholder={say('people.search.placeholder')}
              >
                {say('people.search')}
              </Searchbar>
            </SearchForm>
          </Box>
          <Typography variant="pi" textColor="neutral600" aria-live="polite">
            {say('people.count', { found: found.length, all: known.people.length })}
          </Typography>
          <PeopleTable people={found} choices={agencyChoices(known.agencies)} onChoose={assign} />
        </Flex>
      </Layouts.Content>
      {inviting && <InviteDialog onInvited={load} onClose={() => setInviting(false)} />}
    </Page.Main>
  );
}

/** The settings page on which each user gets an agency, and many users are invited at once. */
export default function PeoplePage() {
  return (
    <Page.Protect permissions={MAY_ASSIGN}>
      <Guarded>
        <People />
      </Guarded>
    </Page.Protect>
  );
}
