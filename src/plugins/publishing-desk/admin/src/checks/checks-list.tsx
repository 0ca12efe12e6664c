import { Flex, Typography } from '@strapi/design-system';
import { FoundItem } from './found-item';
import { useChecks, type Checked, type Found } from './use-checks';
import { useLabels, type Label } from '../shared/use-labels';

const GROUPS: [label: Label, belongs: (found: Found) => boolean][] = [
  ['checks.stop', ({ severity }) => severity === 'stop'],
  ['checks.advice', ({ severity, link }) => severity === 'advice' && !link],
  ['checks.unlinked', ({ severity, link }) => severity === 'advice' && link !== undefined],
];

/** The checks' findings in the form, blocking ones first; announced again to screen readers when they change. */
export function ChecksList(props: Checked) {
  const { say } = useLabels();
  const found = useChecks(props);
  if (found === null) return null;
  if (found === 'failed') return <Typography textColor="neutral600">{say('checks.failed')}</Typography>;
  const groups = GROUPS.map(([label, belongs]) => ({ label, items: found.filter(belongs) }));
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-live="polite">
      {found.length === 0 && <Typography textColor="neutral600">{say('checks.none')}</Typography>}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ label, items }) => (
          <Flex key={label} direction="column" alignItems="stretch" gap={2}>
            <Typography
              tag="h3"
              variant="pi"
              fontWeight="bold"
              textColor={label === 'checks.stop' ? 'danger600' : 'neutral600'}
            >
              {say(label)}
            </Typography>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {items.map((one) => (
                <FoundItem key={JSON.stringify(one)} found={one} />
              ))}
            </Flex>
          </Flex>
        ))}
    </Flex>
  );
}
