import { Box, Flex, Typography } from '@strapi/design-system';
import { useLabels } from '../shared/use-labels';
import { CreditDialog } from './credit-dialog';
import { usePictures } from './use-pictures';

/** Each picture with who made it, and a dialog that says so. */
export function PicturesList({ ids }: { ids: string[] }) {
  const { say } = useLabels();
  const { pictures, setCredit } = usePictures(ids);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} tag="ul" width="100%">
      {pictures.map((picture) => (
        <Flex key={picture.documentId} tag="li" gap={3} alignItems="flex-start" aria-label={picture.name}>
          <Box
            tag="img"
            src={picture.formats?.thumbnail?.url ?? picture.url}
            alt=""
            width="6.4rem"
            height="4.8rem"
            shrink={0}
            hasRadius
            style={{ objectFit: 'cover' }}
          />
          <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0} flex={1}>
            <Typography variant="pi" textColor={picture.credit ? 'neutral800' : 'warning700'}>
              {picture.credit ?? say('pictures.uncredited')}
            </Typography>
            {picture.licence ? (
              <Typography variant="pi" textColor="neutral600">
                {picture.licence}
              </Typography>
            ) : null}
            <CreditDialog picture={picture} onSave={(credit) => setCredit(picture, credit)} />
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
