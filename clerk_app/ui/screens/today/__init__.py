"""今日待办: what is late, what is next, is my work safe."""
