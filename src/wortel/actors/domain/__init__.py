"""Reading, linking and composing what registers say of institutions: decisions without Django."""
