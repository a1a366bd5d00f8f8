// The demo landlord's name and how to reach it.
using Hearth.Storage.Public;

namespace Hearth.Web.Landlord;

internal sealed class DemoLook(ChangeLook.ChangeLook change) : IDemoChapter
{
    public int Order => 5;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        await change.SaveAsync(
            new StoredLook
            {
                Name = "Ousebridge Homes",
                Phone = "01632 960140",
                Email = "tellus@ousebridge.example",
                PostalAddress = "Ousebridge Homes, Weir House, 1 Station Rise, Ousebridge",
                OpeningHours = "8am to 6pm, Monday to Friday",
            },
            stop
        );
    }
}
