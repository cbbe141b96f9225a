/** What ACK says of a command. */
#ifndef FB_STATUS_H
#define FB_STATUS_H

enum { FB_DONE = 0, FB_COMMAND_UNKNOWN = 1, FB_OUT_OF_RANGE = 2, FB_BUSY = 3, FB_NOT_POSSIBLE = 4 };

#endif
