"""What a workshop is: agenda, roster, plan and time. Plain typed values, no reading or writing."""
