import {
  Box,
  Button,
  Field,
  Flex,
  Link,
  Searchbar,
  SearchForm,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { Guarded } from '../shared/guarded';
import { MAY_READ_CONTENT } from '../shared/permissions';
import { useLabels } from '../shared/use-labels';
import { RestoreDialog, type Restored } from './restore-dialog';
import { TrashList } from './trash-list';
import { type TrashEntry, useTrash } from './use-trash';

/** What the page did last. */
type Done = { entry: TrashEntry; restored: Restored | null };

/** The page of what was deleted: who deleted what, until when it is kept, and the way back. */
export default function TrashPage() {
  return (
    <Page.Protect permissions={MAY_READ_CONTENT}>
      <Guarded>
        <TrashOfPerson />
      </Guarded>
    </Page.Protect>
  );
}

function TrashOfPerson() {
  const { say } = useLabels();
  const { formatMessage } = useIntl();
  const [type, setType] = useState('');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<TrashEntry | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { trash, failed, loadMore, leaveOut } = useTrash({ type, title });

  if (failed) return <Page.Error />;
  if (!trash) return <Page.Loading />;
  const finish = (entry: TrashEntry, restored: Restored | null) => {
    setChosen(null);
    leaveOut(entry.id);
    setDone({ entry, restored });
  };
  return (
    <Page.Main>
      <Page.Title>{say('trash.title')}</Page.Title>
      <Layouts.Header title={say('trash.title')} subtitle={say('trash.subtitle', { days: trash.days })} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex wrap="wrap" gap={4} alignItems="flex-end">
            <Box flex="1 1 20rem" maxWidth="40rem">
              <SearchForm>
                <Searchbar
                  name="title"
                  value={title}
                  onChange={(event) => setTitle(event.currentTarget.value)}
                  onClear={() => setTitle('')}
                  clearLabel={say('people.search.clear')}
                  placeholder={say('trash.search.placeholder')}
                >
                  {say('trash.search')}
                </Searchbar>
              </SearchForm>
            </Box>
            <Box flex="0 1 24rem">
              <Field.Root name="type">
                <Field.Label>{say('trash.type')}</Field.Label>
                <SingleSelect value={type} onChange={(value) => setType(String(value))}>
                  <SingleSelectOption value="">{say('trash.type.all')}</SingleSelectOption>
                  {trash.types.map(({ uid, name }) => (
                    <SingleSelectOption key={uid} value={uid}>
                      {formatMessage({ id: name, defaultMessage: name })}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Box>
          </Flex>
          <div role="status">{done && <Outcome {...done} />}</div>
          {trash.entries.length === 0 ? (
            <Typography textColor="neutral600">{say(type || title ? 'trash.none' : 'trash.empty')}</Typography>
          ) : (
            <TrashList
              entries={trash.entries}
              mayErase={trash.mayErase}
              onRestore={setChosen}
              onErased={(entry) => finish(entry, null)}
            />
          )}
          {trash.next && (
            <Flex justifyContent="center">
              <Button variant="tertiary" onClick={loadMore}>
                {say('trash.more')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
      {chosen && (
        <RestoreDialog
          key={chosen.id}
          entry={chosen}
          onRestored={(restored) => finish(chosen, restored)}
          onClose={() => setChosen(null)}
        />
      )}
    </Page.Main>
  );
}

function Outcome({ entry, restored }: Done) {
  const { say, fieldName } = useLabels();
  const { type, title } = entry;
  if (!restored) return <Notice text={say('trash.erased', { title })} />;
  const { documentId, locale, missing } = restored;
  const form = `/content-manager/collection-types/${type}/${documentId}`;
  const gone = missing.map(({ field, name }) => `${fieldName(type, field)}${name ? ` (${name})` : ''}`);
  return (
    <Notice text={say(entry.isDrafted ? 'trash.restored.draft' : 'trash.restored', { title })}>
      {/* Read anew: the panel may remember the document as one that does not exist. */}
      <Link tag={RouterLink} reloadDocument to={locale ? `${form}?plugins[i18n][locale]=${locale}` : form}>
        {say('trash.open')}
      </Link>
      {gone.length > 0 && <Typography>{say('trash.missing', { fields: gone.join(', ') })}</Typography>}
    </Notice>
  );
}

function Notice({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Box padding={4} background="success100" hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography fontWeight="semiBold">{text}</Typography>
        {children}
      </Flex>
    </Box>
  );
}
