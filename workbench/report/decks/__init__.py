"""Learning slides: disclosed content as a PowerPoint file on real layouts."""
