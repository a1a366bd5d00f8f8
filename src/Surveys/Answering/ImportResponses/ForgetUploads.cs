// Deletes files of responses a day after they were uploaded: they name homes, and what was wanted of them is in.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.ImportResponses;

internal sealed class ForgetUploads(HearthDb db, TimeProvider time) : IJob
{
    public string Name => "forget-uploaded-responses";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken stop)
    {
        var old = time.GetUtcNow() - UploadedResponses.Kept;
        return db.Set<UploadedResponses>().Where(upload => upload.UploadedAt < old).ExecuteDeleteAsync(stop);
    }
}
