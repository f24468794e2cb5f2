package flows

import (
	"slices"

	"luling/store"
	"luling/store/programme"
)

// cancel leaves a form; its answers stay.
const cancel = "cancel"

// hall is the part of the house everybody passes through: menu, help, what
// waits for me, and leaving a form.
func (h *House) hall() Feature {
	return Feature{Name: "hall", Commands: []Command{
		{Name: "menu", Also: []string{"菜单", "主菜单"}, Run: h.menu},
		{Name: "todo", Also: []string{"待办"}, Who: programme.Roles, Menu: true, Run: h.todoList},
		{Name: "help", Also: []string{"帮助"}, Run: h.help},
		{Name: cancel, Also: []string{"取消", "退出"}, Run: h.menu},
	}}
}

// menu greets and shows the commands that are buttons.
func (h *House) menu(tx *store.Tx, _ string) (Reply, error) {
	if tx.Grant().ID == 0 {
		return Say("hall.stranger", nil), nil
	}
	tasks, err := h.todo(tx)
	if err != nil {
		return Reply{}, err
	}
	away, err := For(tx)
	if err != nil {
		return Reply{}, err
	}
	greeting := map[string]any{"Name": tx.Actor().Name, "Role": string(tx.Grant().Role), "For": away, "Tasks": len(tasks)}
	return Reply{Text: "hall.menu", Data: greeting, Buttons: h.keys(tx.Grant().Role), Close: true}, nil
}

// keys lays the menu's buttons out two in a row.
func (h *House) keys(role programme.Role) (rows [][]Button) {
	var keys []Button
	for _, c := range h.Commands(role) {
		if c.Menu {
			keys = append(keys, Button{Text: "command." + c.Name, Act: "/" + c.Name})
		}
	}
	return slices.Collect(slices.Chunk(keys, 2))
}

// help lists the commands of the role with a line each.
func (h *House) help(tx *store.Tx, _ string) (Reply, error) {
	var lines []map[string]any
	for _, c := range h.Commands(role(tx)) {
		lines = append(lines, map[string]any{"Command": c.Name, "Says": "command." + c.Name, "Also": c.Also})
	}
	return Say("hall.help", map[string]any{"Commands": lines}, Row(Menu())), nil
}

// Menu is the button back to the menu.
func Menu() Button { return Button{Text: "button.menu", Act: "/menu"} }

func role(tx *store.Tx) programme.Role {
	if tx.Grant().ID == 0 {
		return programme.RolePublic
	}
	return tx.Grant().Role
}
