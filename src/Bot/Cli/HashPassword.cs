using System.CommandLine;
using Microsoft.AspNetCore.Identity;

namespace MyCavoodle.Bot.Cli;

/// <summary><c>hash-password</c>: reads a password from the terminal and prints the hash for <c>Staff:Bella:PasswordHash</c>.</summary>
static class HashPassword
{
    public static Command Verb()
    {
        var verb = new Command("hash-password", "Reads a password from standard input and prints its hash for the Staff settings.");
        verb.SetAction(_ =>
        {
            if (Console.In.ReadLine() is not { Length: >= 12 } password)
            {
                Console.Error.WriteLine("A desk password has 12 characters or more.");
                return 1;
            }
            Console.WriteLine(new PasswordHasher<object>().HashPassword(new(), password));
            return 0;
        });
        return verb;
    }
}
