"""The wall chart 挂图作战图: tasks × units with how each stands, as sheets for the wall and as a page for the screen."""
