// Loaded into a measured process: at its end it tells what it used, on the fourth file descriptor.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Threads load it, too, but what the process used is told once.
if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const megabytes = process.resourceUsage().maxRSS / 1024;
    writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, megabytes }));
  });
}
