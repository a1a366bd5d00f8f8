// What answering and results ask of a question.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

internal static class QuestionKinds
{
    extension(Question question)
    {
        /// <summary>Answered in one's own words: kept as a comment, read by a person before anyone else sees it.</summary>
        public bool IsWords => question.Kind is QuestionKind.ShortText or QuestionKind.LongText;

        /// <summary>Answered with photographs or documents.</summary>
        public bool IsFile => question.Kind == QuestionKind.File;

        /// <summary>Answered by picking from what is offered.</summary>
        public bool IsChoice => question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Scale;
    }
}
