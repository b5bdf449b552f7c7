import { offerChanges } from './offer-changes.ts';
import { offerDownloads } from './offer-downloads.ts';
import { walkPicture } from './walk-picture.ts';

// The page is complete without this program: what only it can do is hidden until here.
document.documentElement.classList.add('live');
offerDownloads(document);
offerChanges(document);
walkPicture(document);
