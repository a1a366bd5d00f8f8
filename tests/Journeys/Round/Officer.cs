// What the engagement officer does, page by page, and what she must see on each.
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.Round;

internal sealed class Officer(Town town, Visitor maya)
{
    public const string Title = "How warm is your home?";

    private const string Email = "maya.desai@ousebridge.example";
    private const string Password = "three brown kettles";

    private string survey = "";
    private Phone phone = new("");

    /// <summary>Follows her invitation, chooses a password, sets up her phone, signs out, and comes in by both steps.</summary>
    public async Task SignInAsync()
    {
        await maya.OpenAsync(await town.InviteAsync("Maya Desai", Email));
        await maya.IsAtAsync("Hello Maya Desai. Choose a password");
        await maya.FillsAsync("Password", Password);
        await maya.PressesAsync("Continue");
        await maya.IsAtAsync("Set up your second step");
        phone = new Phone(await maya.Page.Locator("code.hearth-secret").InnerTextAsync());
        await maya.FillsAsync("The 6 numbers on your phone", phone.CodeAt(town.Hearth.Clock.GetUtcNow()));
        await maya.PressesAsync("Continue");
        await maya.IsAtAsync("Keep these recovery codes");
        Assert.Equal(10, await maya.Page.Locator(".hearth-secret li").CountAsync());

        await maya.OpenAsync("/sign-out");
        await maya.PressesAsync("Sign out");
        town.Hearth.Clock.Forward(TimeSpan.FromMinutes(1));
        await SignInAgainAsync();
    }

    /// <summary>By the password and the phone, on another day.</summary>
    public async Task SignInAgainAsync()
    {
        await maya.OpenAsync("/staff/sign-in?then=/people/import");
        await maya.FillsAsync("E-mail address", Email);
        await maya.FillsAsync("Password", Password);
        await maya.PressesAsync("Continue");
        await maya.FillsAsync("Enter the code from your phone", phone.CodeAt(town.Hearth.Clock.GetUtcNow()));
        await maya.PressesAsync("Sign in");
        await maya.IsAtAsync("Import homes and tenants");
    }

    public async Task ImportHomesAsync()
    {
        await maya.OpenAsync("/people/import");
        await maya
            .Page.GetByLabel("CSV or Excel file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "live tenancies.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(Town.Export),
                }
            );
        await maya.PressesAsync("Upload and look at it");
        await maya.IsAtAsync("What the columns mean");
        await Assertions.Expect(maya.Page.GetByLabel("What ‘DOB’ means")).ToHaveValueAsync("BornOn.1");
        await maya.ForTheGuideAsync("import-columns", 820);
        await maya.ChoosesAsync("Yes, every running tenancy is in it");
        await maya.PressesAsync("Read the file");
        await maya.Page.WaitForURLAsync("**/preview");
        await maya.IsAtAsync("What would change");
        await maya.ReadsAsync("1 row set aside", "Kasia Nowak");
        await maya.ForTheGuideAsync("import-preview", 880);
        await maya.PressesAsync("Import 12 rows");
        await maya.IsAtAsync("Import report");
        await maya.ReadsAsync("12 taken and 1 set aside: none is lost");
        await maya.OpenAsync("/people?q=nowak");
        await maya.ReadsAsync("1 person found", "Kasia Nowak");
    }

    public async Task WriteSurveyAsync()
    {
        await maya.OpenAsync("/surveys");
        await maya.PressesAsync("Start a survey");
        await maya.FillsAsync("Title", Title);
        await maya.FillsAsync(
            "What tenants read first",
            "We want to know how warm your home is.\n\nWe use your answers to choose which homes get new heating first."
        );
        await maya.FillsDayAsync("First day to answer", 12, 11, 2026);
        await maya.FillsDayAsync("Last day to answer", 30, 11, 2026);
        await maya.FillsAsync("Days after that to tell everyone what came of it", "28");
        await maya.ChoosesAsync("No questions: I write my own");
        await maya.PressesAsync("Save and go to the questions");
        survey = Regex.Match(maya.Page.Url, "/surveys/([0-9a-f-]{36})/").Groups[1].Value;

        await AskAsync("One choice", "Was any room too cold to use last winter?", "Yes\nNo", required: true);
        await AskAsync("Several choices", "Which rooms were too cold?", "Living room\nBedroom\nKitchen\nBathroom");
        await AskAsync("A five-point scale", "How satisfied or dissatisfied are you with your heating?");
        await AskAsync("A number", "How many rooms do you heat?");
        await AskAsync("A date", "When was your heating last serviced?");
        await AskAsync("Their own words", "What would make your home easier to keep warm?");
        await maya.ReadsAsync("6 questions");

        await maya.FollowsAsync("Who sees it: question 2");
        await maya.ChoosesAsync("1. Was any room too cold to use last winter?");
        await maya.PressesAsync("Continue");
        await maya.ChoosesAsync("Yes");
        await maya.PressesAsync("Save");
        await maya.IsAtAsync("Questions");
        await maya.ReadsAsync("question 1");
        await maya.ForTheGuideAsync("questions", 860);
    }

    private async Task AskAsync(string kind, string text, string? choices = null, bool required = false)
    {
        await maya.PressesAsync("Add a question");
        await maya.ChoosesAsync(kind);
        await maya.PressesAsync("Continue");
        await maya.FillsAsync("Question", text);
        if (choices is not null)
        {
            await maya.FillsAsync("Choices", choices);
        }
        if (required)
        {
            await maya.ChoosesAsync("Must be answered");
        }
        await maya.PressesAsync("Add this question");
        await maya.IsAtAsync("Questions");
        await maya.ReadsAsync(text);
    }

    public async Task OpenSurveyAsync()
    {
        await maya.FollowsAsync("Go on: who is asked and when");
        await maya.PressesAsync("Choose who is asked and open it");
        await maya.ReadsAsync("12 households would be asked");
        await maya.ChoosesAsync("Fennside");
        await maya.ChoosesAsync("Marsh End");
        await maya.PressesAsync("Save and continue");
        await maya.IsAtAsync("Check before you open it");
        await maya.ForTheGuideAsync("open-check", 700);
        await maya.PressesAsync("Open it and ask 12 households");
        await maya.ReadsAsync("The survey is open. 12 households are being asked.");
    }

    /// <summary>Makes the print run of what waits and reads a person's letter on the sheet.</summary>
    public async Task<string> PrintLetterToAsync(string name)
    {
        await maya.OpenAsync("/messages/letters");
        await maya.PressesAsync("Make a print run");
        await maya.IsAtAsync("Print run");
        await maya.FollowsAsync("to print");
        var letter = await maya.Page.Locator("article, section, .hearth-letter").Filter(new() { HasText = name }).First.InnerTextAsync();
        await maya.Page.GoBackAsync();
        await maya.PressesAsync("Printed and posted");
        await maya.ReadsAsync("Posted");
        return letter;
    }

    /// <summary>Ten homes answered on paper; she brings them in from a file.</summary>
    public async Task KeyInPaperAsync()
    {
        var rows = Enumerable
            .Range(3, 10)
            .Select(home =>
                $"T{home:000},Paper,14/11/2026,{(home < 7 ? "Yes" : "No")},{(home < 7 ? "Bedroom" : "")},{(home < 7 ? "4" : "2")},3,,"
            );
        await maya.OpenAsync($"/surveys/{survey}/responses/import");
        await maya
            .Page.GetByLabel("File of answers (CSV)")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "paper.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes("tenancy reference,channel,date,q1,q2,q3,q4,q5,q6\n" + string.Join('\n', rows) + "\n"),
                }
            );
        await maya.PressesAsync("Continue");
        await maya.PressesAsync("Import the answers of 10 homes");
        await maya.ReadsAsync("10 homes");
    }

    public async Task ReadResultsAsync()
    {
        await maya.OpenAsync($"/surveys/{survey}/results");
        await maya.ReadsAsync("12 of 12", "homes have answered", "Was any room too cold to use last winter?");
        await maya.FollowsAsync("Read and release comments");
        await maya.ReadsAsync("New windows. Ask Jan at number 3");
        await maya.ForTheGuideAsync("comments", 700);
        await maya.FillsAsync("Words to release, comment 1", "New windows.");
        await maya.PressesAsync("Release: comment 1");
        await maya.ReadsAsync("Released (1)");
        await maya.FollowsAsync("Released (1)");
        await maya.ReadsAsync("New windows.");
    }

    public async Task CloseSurveyAsync()
    {
        await maya.OpenAsync($"/surveys/{survey}");
        await maya.FollowsAsync("Stop the survey early");
        await maya.FillsAsync("Why does it stop early?", "Every home has answered.");
        await maya.PressesAsync("Stop the survey");
        await maya.ReadsAsync("Every home has answered.");
        await maya.FollowsAsync("Who is heard in this survey");
        await maya.IsAtAsync("Who is heard");
        await maya.ReadsAsync(Title);
    }

    /// <summary>Writes “you said, we did”, sees how it reads, publishes it; everyone who answered is to be told.</summary>
    public async Task AnswerAsync()
    {
        await maya.OpenAsync("/feedback/new");
        await maya.FillsAsync("Short name", "New windows on Tannery Row");
        await maya.FillsAsync("You said", "You can feel the wind through the windows.");
        await maya.ChoosesAsync(Title);
        await maya.ChoosesAsync("We did");
        await maya.FillsAsync("What you did", "Six homes on Tannery Row have new windows.");
        await maya.FillsDayAsync("When did it start?", 16, 11, 2026);
        await maya.ForTheGuideAsync("write-an-answer", 1320);
        await maya.PressesAsync("Save and see how it reads");
        await maya.IsAtAsync("How it reads");
        await maya.ReadsAsync("You can feel the wind through the windows.", "Six homes on Tannery Row have new windows.");
        await maya.PressesAsync("Check who is told");
        await maya.ReadsAsync("12 people, each once, by the way they chose.");
        await maya.ForTheGuideAsync("publish", 760);
        await maya.PressesAsync("Publish and tell 12 people");
        await maya.ReadsAsync("Published. 12 people will be told, each once.");
    }

    public async Task SeesWhoIsToldAsync()
    {
        await maya.OpenAsync("/feedback");
        await maya.ReadsAsync("New windows on Tannery Row", "12 of 12 told");
    }
}
