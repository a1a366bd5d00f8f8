// A file on its way in: kept in the database between the look at it and the import, so that any node can go on; gone after a day.
namespace Hearth.Surveys.Answering.ImportResponses;

internal sealed class UploadedResponses
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public string FileName { get; init; } = "";
    public byte[] Content { get; init; } = [];
    public DateTimeOffset UploadedAt { get; init; }
}
