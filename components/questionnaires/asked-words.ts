/** "1 question", "24 questions". */
export const inQuestions = (count: number) => (count === 1 ? "1 question" : `${count} questions`);

/** "1 minute", "6 minutes". */
export const inMinutes = (minutes: number) => (minutes === 1 ? "1 minute" : `${minutes} minutes`);
