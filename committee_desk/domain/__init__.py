"""What is true: the committee's rules, pure and immutable, without I/O or a clock."""
