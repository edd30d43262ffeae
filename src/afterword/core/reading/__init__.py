"""What other people wrote, read into values to confirm: invitations, messages, dates, résumés, cards, case files."""
