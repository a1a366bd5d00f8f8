// A tenant with a phone, or a neighbour on the same doorstep: one question to a page.
using Hearth.Journeys.Tests.Support;

namespace Hearth.Journeys.Tests.Round;

internal sealed class Tenant(Visitor person)
{
    /// <summary>Answers all that is asked, goes back once, changes an answer, checks them and sends them.</summary>
    public async Task AnswerAsync(string words)
    {
        await person.IsAtAsync(Officer.Title);
        await person.ReadsAsync("We take one answer from each home.", "Monday 30 November");
        await person.ForTheGuideAsync("answer-start");
        await person.PressesAsync("Start");

        await person.ReadsAsync("Question 1 of", "Was any room too cold to use last winter?");
        await person.PressesAsync("Continue");
        await person.ReadsAsync("There is a problem", "Choose one answer");
        await person.PassesAsync();
        await person.ChoosesAsync("No");
        await person.PressesAsync("Continue");
        await person.IsAtAsync("How satisfied or dissatisfied are you with your heating?");
        await person.FollowsAsync("Back");
        await person.ChoosesAsync("Yes");
        await person.PressesAsync("Continue");

        await person.IsAtAsync("Which rooms were too cold?");
        await person.ChoosesAsync("Bedroom");
        await person.ChoosesAsync("Bathroom");
        await person.PressesAsync("Continue");
        await person.ChoosesAsync("Fairly dissatisfied");
        await person.ForTheGuideAsync("answer-question");
        await person.PressesAsync("Continue");
        await person.FillsAsync("How many rooms do you heat?", "two");
        await person.PressesAsync("Continue");
        await person.ReadsAsync("There is a problem");
        await person.FillsAsync("How many rooms do you heat?", "2");
        await person.PressesAsync("Continue");
        await person.FillsDayAsync("When was your heating last serviced?", 3, 9, 2026);
        await person.PressesAsync("Continue");
        await person.FillsAsync("What would make your home easier to keep warm?", words);
        await person.PressesAsync("Continue");

        await person.IsAtAsync("Check your answers before you send them");
        await person.ReadsAsync("Bedroom", "Bathroom", "Fairly dissatisfied", "3 September 2026", words);
        await person.ForTheGuideAsync("answer-check", 900);
        await person.FollowsAsync("Change answer: How satisfied or dissatisfied are you with your heating?");
        await person.ChoosesAsync("Very dissatisfied");
        await person.PressesAsync("Continue");
        await person.IsAtAsync("Check your answers before you send them");
        await person.ReadsAsync("Very dissatisfied");
        await person.PressesAsync("Send my answers");
        await person.IsAtAsync("Thank you. We have your answers.");
        await person.ReadsAsync("What happens next", "By Monday 28 December");
        await person.ForTheGuideAsync("answer-thanks", 760);
    }

    /// <summary>Types the code from the letter, as people do: small letters, a space too many.</summary>
    public async Task EnterCodeAsync(string code)
    {
        await person.OpenAsync("/s");
        await person.FillsAsync("What is your code?", $" {code.ToLowerInvariant()}");
        await person.PressesAsync("Continue");
    }

    /// <summary>Nothing is lost and nobody is told off: the home has answered.</summary>
    public Task IsToldKindlyAsync() =>
        person.ReadsAsync(
            "Thank you. We got the answers from your home on Thursday 12 November",
            "Do you see things another way? Please tell us: ring 01632 960 140. We want to hear it."
        );

    public async Task SeesWhatCameOfItAsync()
    {
        await person.OpenAsync("/what-changed");
        await person.ReadsAsync("You can feel the wind through the windows.", "Six homes on Tannery Row have new windows.");
        await person.ForTheGuideAsync("what-changed-phone", 900);
        await person.FollowsAsync("The whole story");
        await person.IsAtAsync("New windows on Tannery Row");
        await person.ReadsAsync(Officer.Title, "12 people took part");
    }

    /// <summary>Signs in with the numbers sent by e-mail; her own page says what came of her answers.</summary>
    public async Task OpensOwnPageAsync(string address, Func<Task<string>> sentCode)
    {
        await person.OpenAsync("/sign-in");
        await person.FillsAsync("What is your e-mail address or mobile number?", address);
        await person.PressesAsync("Send me a code");
        await person.ReadsAsync("What is your code?");
        await person.FillsAsync("What is your code?", await sentCode());
        await person.PressesAsync("Continue");
        await person.IsAtAsync("Hello Ms Kasia Nowak");
        await person.ReadsAsync(Officer.Title, "New windows on Tannery Row");
        await person.ForTheGuideAsync("own-page", 760);
    }
}
