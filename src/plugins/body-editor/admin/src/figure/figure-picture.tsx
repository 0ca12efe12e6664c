import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useLabels } from '../use-labels';
import type { Picture } from './use-picture';

const Frame = styled.div`
  display: flex;
  flex: 0 0 20rem;
  align-items: center;
  justify-content: center;
  min-height: 12rem;
  padding: ${({ theme }) => theme.spaces[2]};
  background: ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  text-align: center;
`;

const Thumbnail = styled.img`
  max-width: 100%;
  max-height: 20rem;
  object-fit: contain;
`;

/** A figure's picture, or a text that says why it is not shown. */
export function FigurePicture({ file, picture }: { file: string | null; picture: Picture }) {
  const t = useLabels();
  if (file !== null && picture.state === 'found') {
    return (
      <Frame>
        <Thumbnail src={picture.url} alt="" />
      </Frame>
    );
  }
  return (
    <Frame>
      <Typography variant="pi" textColor="neutral600">
        {t(file === null ? 'figure.lost' : `figure.${picture.state}`)}
      </Typography>
    </Frame>
  );
}
