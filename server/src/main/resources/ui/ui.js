// Starts what every page has.
import { startAges } from './ages.js';
import { startClipboard } from './clipboard.js';
import { startDrawer } from './drawer.js';
import { watchRequests } from './failure.js';
import { startLive } from './live.js';
import { startNavigation } from './navigation.js';
import { startPalette } from './palette.js';
import { addSources } from './palette-sources.js';
import { startShortcuts } from './shortcuts.js';
import { startStatus } from './status.js';
import { startTheme } from './theme.js';

startTheme();
startNavigation();
startPalette();
addSources();
startShortcuts();
startClipboard();
watchRequests();
startDrawer();
startLive();
startAges();
startStatus();
