"""The leak scan's own way of reading: it shares with the gate and the writers only the register."""
