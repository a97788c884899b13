/* The inner loop of maze_router.py: A* over two layers of a grid. State = layer * cells + cell; price is infinite
   where forbidden. With to_plane the goal is the first new via. Returns the length of the path, written to `path`
   from its end to its start; 0 when there is none; the path begins with -1 when it ends in a new via. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STRAIGHT = 10, DIAGONAL = 14, VIA = 90, BEND = 3 };

typedef struct { double cost; long order; int state; } Entry;

static int before(const Entry *a, const Entry *b)
{
    return a->cost != b->cost ? a->cost < b->cost : a->order < b->order;
}

typedef struct { Entry *items; long count, room, order; } Heap;

static void push(Heap *heap, double cost, int state)
{
    if (heap->count == heap->room) {
        heap->room = heap->room ? heap->room * 2 : 4096;
        heap->items = realloc(heap->items, heap->room * sizeof(Entry));
    }
    Entry entry = { cost, heap->order++, state };
    long i = heap->count++;
    while (i > 0 && before(&entry, &heap->items[(i - 1) / 2])) {
        heap->items[i] = heap->items[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    heap->items[i] = entry;
}

static int pop(Heap *heap)
{
    int state = heap->items[0].state;
    Entry last = heap->items[--heap->count];
    long i = 0;
    for (;;) {
        long child = 2 * i + 1;
        if (child >= heap->count) break;
        if (child + 1 < heap->count && before(&heap->items[child + 1], &heap->items[child])) child++;
        if (!before(&heap->items[child], &last)) break;
        heap->items[i] = heap->items[child];
        i = child;
    }
    heap->items[i] = last;
    return state;
}

int maze_search(int columns, int rows, const double *price, const double *via_price,
                const int *starts, int start_count, const int *goals, int goal_count, int to_plane, int *path)
{
    int cells = columns * rows, states = 2 * cells, found = -2;
    double *best = malloc((states + 1) * sizeof(double));
    int *came = malloc((states + 1) * sizeof(int));
    signed char *heading = malloc(states + 1);
    unsigned char *flags = calloc(states + 1, 1); /* 1 done, 2 goal */
    for (int i = 0; i <= states; i++) best[i] = INFINITY;
    int dx[8] = { 1, -1, 0, 0, 1, 1, -1, -1 }, dy[8] = { 0, 0, 1, -1, 1, -1, 1, -1 };
    int left = columns, right = -1, top = rows, bottom = -1;
    for (int i = 0; i < goal_count; i++) {
        int x = goals[i] % cells % columns, y = goals[i] % cells / columns;
        flags[goals[i]] |= 2;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
    }
    #define AHEAD(cell) (to_plane ? 0.0 : ahead(cell, columns, left, right, top, bottom))
    Heap heap = { 0 };
    double ahead(int cell, int columns, int left, int right, int top, int bottom);
    for (int i = 0; i < start_count; i++) {
        best[starts[i]] = 0;
        came[starts[i]] = -1;
        heading[starts[i]] = -1;
        push(&heap, AHEAD(starts[i] % cells), starts[i]);
    }
    while (heap.count) {
        int state = pop(&heap);
        if (flags[state] & 1) continue;
        flags[state] |= 1;
        if (state == states || (flags[state] & 2)) { found = state; break; }
        int layer = state / cells, cell = state % cells, x = cell % columns, y = cell / columns;
        for (int d = 0; d < 8; d++) {
            int nx = x + dx[d], ny = y + dy[d];
            if (nx < 0 || ny < 0 || nx >= columns || ny >= rows) continue;
            int to = layer * cells + ny * columns + nx;
            if ((flags[to] & 1) || isinf(price[to])) continue;
            double cost = best[state] + (d < 4 ? STRAIGHT : DIAGONAL) * price[to] + (heading[state] >= 0 && heading[state] != d ? BEND : 0);
            if (cost < best[to]) {
                best[to] = cost;
                came[to] = state;
                heading[to] = d;
                push(&heap, cost + AHEAD(to % cells), to);
            }
        }
        if (isinf(via_price[cell])) continue;
        int to = to_plane ? states : (1 - layer) * cells + cell;
        if (!to_plane && ((flags[to] & 1) || isinf(price[to]))) continue;
        double cost = best[state] + VIA * via_price[cell];
        if (cost < best[to]) {
            best[to] = cost;
            came[to] = state;
            heading[to] = -1;
            push(&heap, cost + (to_plane ? 0.0 : AHEAD(cell)), to);
        }
    }
    int length = 0;
    for (int s = found; found != -2 && s != -1; s = came[s]) path[length++] = s == states ? -1 : s;
    free(best), free(came), free(heading), free(flags), free(heap.items);
    return length;
}

double ahead(int cell, int columns, int left, int right, int top, int bottom)
{
    int x = cell % columns, y = cell / columns;
    int dx = x < left ? left - x : x > right ? x - right : 0, dy = y < top ? top - y : y > bottom ? y - bottom : 0;
    return STRAIGHT * (dx + dy) - (2 * STRAIGHT - DIAGONAL) * (dx < dy ? dx : dy);
}
