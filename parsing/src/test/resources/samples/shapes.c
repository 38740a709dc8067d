#include <stdio.h>
#include "shapes.h"

#define LIMIT 10

/* A point. */
struct point {
    int x, y;
};

typedef struct { int w; } size_s;

typedef enum kind { ROUND, FLAT } kind_t;

static int counter = 0;

/**
 * Adds two numbers.
 */
static int *add(const int *a, int b[], void (*callback)(int))
{
    if (a && b || counter > 1) {
        callback(*a);
    }
    switch (counter) { case 1: break; default: break; }
    return counter ? NULL : (int *) malloc(sizeof(int));
}

int main(void) { printf("x"); return 0; }
