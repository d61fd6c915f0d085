"""Who is reached by STEM outside school, and why we say so: pure decisions over counted statements."""
